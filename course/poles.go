package course

import (
	"hearten/course/source"
	"hearten/course/tension"
)

func (b *builder) tension(n source.Node) tension.Map {
	var m tension.Map
	for _, pn := range n.Get("poles").Items() {
		m.Poles = append(m.Poles, tension.Pole{
			ID: b.id("poles", pn), Name: pn.Get("name").Text().Value,
			Gives: texts(pn.Get("gives")), TooMuch: texts(pn.Get("too-much")), Signs: texts(pn.Get("signs")), Will: texts(pn.Get("will")),
		})
	}
	for _, e := range tension.Check(m) {
		b.report(n, e.Path, e.Code, e.Cause, e.Fix, 0, 0)
	}
	return m
}
