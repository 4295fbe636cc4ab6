package study

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
