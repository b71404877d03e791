package ui

import "sync"

// background does work off the UI goroutine, then hands its error to then on it. It is the only place that says go.
func (s *Shell) background(work func() error, then func(error)) {
	s.working.Add(1)
	go func() {
		defer s.working.Done()
		err := work()
		s.later(func() { then(err) })
	}()
}

// settle waits for what is done in the background and does what follows, where no window does: in a capture and in tests.
// Fyne's driver without a screen would do it at once, on whatever goroutine asks.
func (s *Shell) settle() {
	for {
		s.working.Wait()
		todo := s.waiting.take()
		if len(todo) == 0 {
			return
		}
		for _, f := range todo {
			f()
		}
	}
}

// A queue holds what is to be done on another goroutine, in the order in which it came. Any goroutine may add to it.
type queue struct {
	mutex sync.Mutex
	todo  []func()
}

func (q *queue) add(f func()) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	q.todo = append(q.todo, f)
}

// take empties the queue and returns what it held.
func (q *queue) take() []func() {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	todo := q.todo
	q.todo = nil
	return todo
}
