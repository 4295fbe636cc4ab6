package scenario

// refusal is a condition that is refused, and all that is said about it.
type refusal struct{ text, want string }

func refusals() []refusal {
	return []refusal{
		{"trsut >= 3", `0+5 "trsut" is no meter or flag of this scenario [unknown-name]: did you mean "trust"?`},
		{"told and asked-first", `9+11 "asked-first" is no meter or flag of this scenario [unknown-name]: did you mean "asked_first"?`},
		{"Trust >= 3", `0+5 "Trust" is no meter or flag of this scenario [unknown-name]: did you mean "trust"?`},
		{"courage >= 3", `0+7 "courage" is no meter or flag of this scenario [unknown-name]: use one of "trust", "days", "debt", "asked_first" and "told", or declare it under meters or flags`},
		{"größe > 3 and dyas > 1", `0+5 "größe" is no meter or flag of this scenario [unknown-name]: use one of "trust", "days", "debt", "asked_first" and "told", or declare it under meters or flags` + "\n" +
			`14+4 "dyas" is no meter or flag of this scenario [unknown-name]: did you mean "days"?`},
		{"asked_first == 1", `0+16 "asked_first" is a flag, yes or no, and cannot be compared [compared-flag]: write "asked_first" or "not asked_first"`},
		{"0 < told", `0+8 "told" is a flag, yes or no, and cannot be compared [compared-flag]: write "told" or "not told"`},
		{"(trust > 1) == told", `0+19 "(trust > 1)" is a yes or no, and cannot be compared [compared-flag]: join it with "and", "or" or "not"`},
		{"told == true", `0+12 "told" is a flag, a yes or no by itself, and is compared with nothing [constant]: write "told"`},
		{"trust >= 3.5", `9+3 "3.5" is no whole number, and meters are whole numbers [whole-number]: write a number without a decimal point`},
		{"trust >= .5", `9+2 ".5" is no whole number, and meters are whole numbers [whole-number]: write a number without a decimal point`},
		{"trust >= 3,5", `9+3 "3,5" is no whole number, and meters are whole numbers [whole-number]: write a number without a decimal point`},
		{"1 < trust < 5", `0+13 "1 < trust < 5" compares more than once in a row [chained-comparison]: say "trust > 1 and trust < 5"`},
		{"told or trust < days <= debt", `8+20 "trust < days <= debt" compares more than once in a row [chained-comparison]: say "trust < days and days <= debt"`},
		{"5 >= trust == 4", `0+15 "5 >= trust == 4" compares more than once in a row [chained-comparison]: say "trust <= 5 and trust == 4"`},
		{"trust = 3", `6+1 a single "=" compares nothing [single-equals]: write "=="`},
		{"told && trust > 1", `5+2 "&&" is no sign of a condition [wrong-sign]: write "and"`},
		{"told || trust > 1", `5+2 "||" is no sign of a condition [wrong-sign]: write "or"`},
		{"!told", `0+1 "!" is no sign of a condition [wrong-sign]: write "not"`},
		{"told AND asked_first", `5+3 "AND" is no word of a condition [wrong-sign]: write "and"`},
		{"trust => 3", `6+2 "=>" is no sign of a condition [wrong-sign]: write ">="`},
		{"trust ≥ 3", `6+1 "≥" is no sign of a condition [wrong-sign]: write ">="`},
		{"trust <> 3", `6+2 "<>" is no sign of a condition [wrong-sign]: write "!="`},
		{"trust / 0 > 1", `6+1 "/" is no sign of a condition [unknown-sign]: use and, or, not, one of == != < <= > >=, + and -, and parentheses`},
		{"told\nor trust > 1", `4+1 a condition stands on one line [several-lines]: write it on one line`},
		{"trust >= 0", `0+10 "trust >= 0" is always true: "trust" goes from 0 to 6 [decided]: compare with a number that is reached on some plays only, or change the bounds`},
		{"trust != 7", `0+10 "trust != 7" is always true: "trust" goes from 0 to 6 [decided]: compare with a number that is reached on some plays only, or change the bounds`},
		{"told and trust > 6", `9+9 "trust > 6" is never true: "trust" goes from 0 to 6 [decided]: compare with a number that is reached on some plays only, or change the bounds`},
		{"trust < debt", `0+12 "trust < debt" is never true: "trust" goes from 0 to 6 and "debt" goes from -9 to -2 [decided]: compare with a number that is reached on some plays only, or change the bounds`},
		{"trust >= trust", `0+14 "trust >= trust" is always true: no meter decides it [decided]: compare a meter, as in "trust >= 3"`},
		{"2 > 3", `0+5 "2 > 3" is never true: no meter decides it [decided]: compare a meter, as in "trust >= 3"`},
		{"trust", `0+5 "trust" is a meter: a number, not a yes or no [bare-meter]: compare it, as in "trust >= 3"`},
		{"not days and told", `4+4 "days" is a meter: a number, not a yes or no [bare-meter]: compare it, as in "days >= 2"`},
		{"told or 1", `8+1 "1" is a number, not a yes or no [bare-number]: compare it, as in "trust >= 3"`},
		{"trust + days", `0+12 "trust + days" is a number, not a yes or no [bare-number]: compare it, as in "trust >= 3"`},
		{"told + 1 > 2", `0+4 "told" is a yes or no, and cannot be added or subtracted [counted-flag]: only meters and numbers can`},
		{"(told and trust > 1", `0+1 this parenthesis is never closed [unclosed-parenthesis]: close it with ")"`},
		{"told)", `4+1 this parenthesis closes nothing [unopened-parenthesis]: take it out, or open one with "("`},
		{"(told asked_first)", `6+11 "asked_first" cannot follow here [unexpected-word]: close the parenthesis with ")" first, or join with "and" or "or"`},
		{"trust >=", `6+2 the condition breaks off after ">=" [unfinished]: finish it, as in "trust >= 3"`},
		{"told and", `5+3 the condition breaks off after "and" [unfinished]: finish it, as in "trust >= 3"`},
		{"trust is 3", `6+2 "is" cannot follow here [unexpected-word]: write "==" in its place`},
		{">= 3", `0+2 ">=" stands where a meter, a flag or a number belongs [unexpected-word]: write a condition such as "trust >= 3"`},
		{"  ", `0+2 there is nothing in this condition [empty-condition]: write a condition, or leave it out`},
		{"trust < 1234567", `8+7 "1234567" is larger than any meter can be [too-large]: meters stay within -100 and 100`},
		{"ending == 'late'", `0+6 the ending can be asked for only where a test says what it expects [ending-elsewhere]: ask for a meter or a flag here`},
		{"trust == 'late'", `0+15 only "ending" can be compared with an id in quotes [compared-ending]: compare with a number here`},
		{"trust == 'late", `9+1 this quote is never closed [unclosed-quote]: close it after the ending's id, as in ending == 'late'`},
		{"trust == ‘late’", `9+1 "‘" is a curly quote [wrong-sign]: write ' or "`},
	}
}

func endingRefusals() []refusal {
	return []refusal{
		{"ending == 'late-and-strong'", `10+17 "late-and-strong" is no ending of this scenario [unknown-ending]: did you mean "late-and-stronger"?`},
		{"ending == 'x'", `10+3 "x" is no ending of this scenario [unknown-ending]: its endings are "late-and-stronger" and "alone"`},
		{"ending == late-and-stronger and told", `10+17 the id of an ending stands in quotes [unquoted-ending]: write ending == 'late-and-stronger'`},
		{"ending = 'alone'", `7+1 a single "=" compares nothing [single-equals]: write "=="`},
		{"ending > 'alone'", `0+16 an ending can only be compared with an id in quotes, by == or != [compared-ending]: write ending == 'late-and-stronger'`},
		{"ending == 3", `10+1 the id of an ending stands in quotes [unquoted-ending]: write ending == '3'`},
		{"ending == trust + 1", `10+5 the id of an ending stands in quotes [unquoted-ending]: write ending == 'trust'` + "\n" +
			`16+1 "+" cannot follow here [unexpected-word]: join two conditions with "and" or "or"`},
		{"ending and told", `0+6 "ending" alone is not a yes or no [bare-ending]: write ending == 'late-and-stronger'`},
		{"'alone'", `0+7 "'alone'" alone is not a yes or no [bare-ending]: write ending == 'late-and-stronger'`},
		{"ending + 1 > 2", `0+6 "ending" is no number, and cannot be added or subtracted [compared-ending]: only meters and numbers can`},
	}
}
