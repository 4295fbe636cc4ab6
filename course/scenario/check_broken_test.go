package scenario

// brokenWays are breaks after which a play gets stuck, goes round or cannot
// go anywhere.
func brokenWays() []mistake {
	return []mistake{
		{"stuck", func(s *Spec) { at(s, 1).Choices[1].When = "trust > 1" }, `scenes/shed error: a play gets stuck in the scene "shed": with days 2 and trust 1 it offers no choice [stuck] [order]: add a choice without a condition, or one that is open then` + "\n" +
			`scenes/shed/choices/push/to/0/when error: no play goes on to "alone" here: its condition never holds when it is read [never-taken] [ask]: mend the condition, or take the branch out` + "\n" +
			`endings/alone error: no play comes to the ending "alone" [unreachable] []: let a choice lead to it, or take it out`},
		{"endless", func(s *Spec) { at(s, 1).Choices[1].To[1].To = "gate" }, `scenes/shed error: a play need not end: from the scene "shed", with days 0, trust 3 and told, it can come back to the same state by "push" and "ask" [endless] [ask push ask push ask]: let every round change a meter, or set a flag that closes the way back`},
		{"endless in one scene", func(s *Spec) { at(s, 0).Choices[1].Change, at(s, 0).Choices[1].To = nil, to("gate") }, `scenes/gate error: a play need not end: from the scene "gate", with days 2 and trust 2, it can come back to the same state by "order" [endless] [order]: let every round change a meter, or set a flag that closes the way back` + "\n" +
			`scenes/shed/text/0/when warning: this condition holds wherever it is read [always-so] [ask]: leave it out, or let it ask for something that can differ here` + "\n" +
			`scenes/shed/choices/wait/when warning: this condition holds wherever it is read [always-so] [ask]: leave it out, or let it ask for something that can differ here` + "\n" +
			`scenes/shed/choices/push/to/0/when error: no play goes on to "alone" here: its condition never holds when it is read [never-taken] [ask]: mend the condition, or take the branch out` + "\n" +
			`endings/alone error: no play comes to the ending "alone" [unreachable] []: let a choice lead to it, or take it out`},
		{"trap", func(s *Spec) {
			at(s, 0).Choices[1].To = to("cellar")
			s.Scenes = append(s.Scenes,
				Scene{ID: "cellar", Choices: []Choice{{ID: "dig", To: to("hole")}}},
				Scene{ID: "hole", Choices: []Choice{{ID: "climb", When: "told", To: to("alone")}}})
		}, `scenes/hole error: a play gets stuck in the scene "hole": with days 2 and trust 1 it offers no choice [stuck] [order dig]: add a choice without a condition, or one that is open then` + "\n" +
			`scenes/gate/choices/order error: with days 2 and trust 2, no way leads to an ending after the choice "order" [trap] [order]: open a way out of the scenes that follow, or do not offer the choice then` + "\n" +
			`scenes/shed/text/0/when warning: this condition holds wherever it is read [always-so] [ask]: leave it out, or let it ask for something that can differ here` + "\n" +
			`scenes/shed/choices/wait/when warning: this condition holds wherever it is read [always-so] [ask]: leave it out, or let it ask for something that can differ here` + "\n" +
			`scenes/shed/choices/push/to/0/when error: no play goes on to "alone" here: its condition never holds when it is read [never-taken] [ask]: mend the condition, or take the branch out` + "\n" +
			`scenes/hole/choices/climb/when error: the choice "climb" is never offered: its condition holds in no state its scene is reached in [never-offered] [order dig]: mend the condition, or take the choice out` + "\n" +
			`endings/alone error: no play comes to the ending "alone" [unreachable] []: let a choice lead to it, or take it out`},
		{"trap from the start", func(s *Spec) {
			s.Start = "mill"
			s.Scenes = append(s.Scenes, Scene{ID: "mill", Choices: []Choice{{ID: "turn", To: to("mill")}}})
		}, `scenes/mill error: a play need not end: from the scene "mill", with days 2 and trust 2, it can come back to the same state by "turn" [endless] [turn]: let every round change a meter, or set a flag that closes the way back` + "\n" +
			`start error: no way leads from the start to an ending [trap] []: open a way out of the scenes that follow` + "\n" +
			`scenes/gate error: no play comes to the scene "gate" [unreachable] []: let a choice lead to it, or take it out` + "\n" +
			`scenes/shed error: no play comes to the scene "shed" [unreachable] []: let a choice lead to it, or take it out` + "\n" +
			`endings/late error: no play comes to the ending "late" [unreachable] []: let a choice lead to it, or take it out` + "\n" +
			`endings/alone error: no play comes to the ending "alone" [unreachable] []: let a choice lead to it, or take it out`},
		{"stuck at the start", func(s *Spec) {
			s.Start = "mill"
			s.Scenes = append(s.Scenes, Scene{ID: "mill", Choices: []Choice{{ID: "turn", When: "told", To: to("gate")}}})
		}, `scenes/mill error: a play gets stuck in the scene "mill": with days 2 and trust 2 it offers no choice [stuck] []: add a choice without a condition, or one that is open then` + "\n" +
			`scenes/gate error: no play comes to the scene "gate" [unreachable] []: let a choice lead to it, or take it out` + "\n" +
			`scenes/shed error: no play comes to the scene "shed" [unreachable] []: let a choice lead to it, or take it out` + "\n" +
			`scenes/mill/choices/turn/when error: the choice "turn" is never offered: its condition holds in no state its scene is reached in [never-offered] []: mend the condition, or take the choice out` + "\n" +
			`endings/late error: no play comes to the ending "late" [unreachable] []: let a choice lead to it, or take it out` + "\n" +
			`endings/alone error: no play comes to the ending "alone" [unreachable] []: let a choice lead to it, or take it out`},
	}
}

// brokenClaims are breaks of what must happen somewhere, or not everywhere.
func brokenClaims() []mistake {
	return []mistake{
		{"unreachable scene", func(s *Spec) {
			s.Scenes = append(s.Scenes, Scene{ID: "attic", Choices: []Choice{{ID: "down", When: "told", To: to("late")}}})
		}, `scenes/attic error: no play comes to the scene "attic" [unreachable] []: let a choice lead to it, or take it out`},
		{"unreachable ending", func(s *Spec) { at(s, 1).Choices[1].To[0].To = "late" }, `endings/alone error: no play comes to the ending "alone" [unreachable] []: let a choice lead to it, or take it out`},
		{"never offered", func(s *Spec) { at(s, 1).Choices[0].When = "told and days > 2" }, `scenes/shed/choices/wait/when error: the choice "wait" is never offered: its condition holds in no state its scene is reached in [never-offered] [ask]: mend the condition, or take the choice out`},
		{"branch never taken", func(s *Spec) { at(s, 1).Choices[1].To[0].When = "trust < 1 and told" }, `scenes/shed/choices/push/to/0/when error: no play goes on to "alone" here: its condition never holds when it is read [never-taken] [ask]: mend the condition, or take the branch out` + "\n" +
			`endings/alone error: no play comes to the ending "alone" [unreachable] []: let a choice lead to it, or take it out`},
		{"last branch never taken", func(s *Spec) { at(s, 1).Choices[1].To[0].When = "trust < 4" }, `scenes/shed/choices/push/to/0/when warning: this condition holds wherever it is read [always-so] [ask]: leave it out, or let it ask for something that can differ here` + "\n" +
			`scenes/shed/choices/push/to/1 error: no play goes on to "late" here: a branch before this one always holds [never-taken] [ask]: mend the conditions before it, or take one of the branches out`},
		{"choice always offered", func(s *Spec) { at(s, 1).Choices[1].When = "days > 0" }, `scenes/shed/choices/push/when warning: this condition holds wherever it is read [always-so] [ask]: leave it out, or let it ask for something that can differ here`},
		{"text never shown", func(s *Spec) { at(s, 1).Text[0].When = "told and days > 1" }, `scenes/shed/text/0/when warning: this condition never holds where it is read [always-so] [ask]: take out what it guards, or let it ask for something that can differ here`},
		{"text always shown", func(s *Spec) { at(s, 1).Text[0].When = "told or days == 2" }, `scenes/shed/text/0/when warning: this condition holds wherever it is read [always-so] [ask]: leave it out, or let it ask for something that can differ here`},
		{"always clipped", func(s *Spec) { at(s, 0).Choices[0].Change[1].By = 3 }, `scenes/gate/choices/ask/change/trust warning: this change always goes beyond the bounds of "trust", 0 and 4 [always-clipped] []: make it smaller, widen the bounds, or offer the choice elsewhere` + "\n" +
			`scenes/shed/choices/wait/change/trust warning: this change always goes beyond the bounds of "trust", 0 and 4 [always-clipped] [ask]: make it smaller, widen the bounds, or offer the choice elsewhere`},
		{"same result", func(s *Spec) {
			at(s, 1).Choices[0].Change, at(s, 1).Choices[0].To = at(s, 1).Choices[1].Change, at(s, 1).Choices[1].To
		}, `scenes/shed/choices/wait/to/0/when error: no play goes on to "alone" here: its condition never holds when it is read [never-taken] [ask]: mend the condition, or take the branch out` + "\n" +
			`scenes/shed/choices/push warning: the choices "wait" and "push" always have the same result [same-result] [ask]: let them differ in a meter, a flag or where they lead`},
		{"same result once only", func(s *Spec) {
			at(s, 1).Choices = append(at(s, 1).Choices, Choice{ID: "leave", To: []Branch{{"told", "late"}, {"", "alone"}}},
				Choice{ID: "stay", To: to("late")})
		}, ``},
		{"no dilemma", func(s *Spec) { at(s, 1).Choices[0].Change[0].By = 1 }, `scenes/shed/choices/wait warning: nobody has to weigh the choice "wait": it is never worse than another one, and always better in a meter [no-dilemma] [ask]: give it a price, or give the others something that it lacks`},
		{"unread", func(s *Spec) { s.Flags = append(s.Flags, "unused") }, `flags/1 warning: nothing reads the flag "unused" [unread] []: ask for it in a condition, or take it out`},
	}
}
