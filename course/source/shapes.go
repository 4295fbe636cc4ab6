package source

import "sync"

// tables are the shapes of all that is read. They are shared, and not to be
// changed.
type tables struct {
	course, module Value
	files          map[string]*Value  // an activity's own file, by kind
	listed         map[string][]Field // an activity that has a file
	inline         map[string][]Field // one whose content stands beside its title
	any            []Field            // one that does not say what it is
}

// shapes are made once: making them takes longer than reading a file by them.
var shapes = sync.OnceValue(func() *tables {
	t := &tables{CourseShape(), ModuleShape(), map[string]*Value{}, map[string][]Field{}, map[string][]Field{}, nil}
	for _, kind := range ActivityKinds() {
		t.files[kind] = &Value{Kind: Group, Fields: append(ContentShape(kind), allow())}
		t.listed[kind] = ActivityShape(kind)
		t.inline[kind] = append(ActivityShape(kind), ContentShape(kind)...)
		t.any = append(t.any, ContentShape(kind)...)
	}
	t.any = append(t.any, ActivityShape("lesson")[1:]...)
	for i := range t.any {
		t.any[i].Required = false
	}
	return t
})
