package source

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each does something for every number below n, on all cores, and returns
// when all of it is done. In which order is left open.
func Each(n int, do func(int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	all.Wait()
}
