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
	}
	t.any = anyActivity()
	return t
})

// anyActivity is what any activity may have, and none must.
func anyActivity() []Field {
	all := ActivityShape("lesson")[1:]
	for _, kind := range ActivityKinds() {
		for _, f := range ContentShape(kind) {
			if fieldAt(all, f.Name) < 0 {
				all = append(all, f)
			}
		}
	}
	for i := range all {
		all[i].Required = false
	}
	return all
}
