package study

import "slices"

// Foreign says that the journal is of other modules than the course: its
// learner should be asked before anything is added.
func (s Study) Foreign() bool {
	for place := range s.record.Places {
		if _, ok := s.course.Module(place.Module); ok {
			return false
		}
	}
	return len(s.record.Places) > 0
}

// Recorded are the ids of the modules that the journal is of, by their names.
func (s Study) Recorded() []string {
	var all []string
	for place := range s.record.Places {
		all = append(all, place.Module)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
