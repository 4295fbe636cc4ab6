// Command bare is the least a Bubble Tea program can be: the floor that the
// benchmarks measure against. Its one line changes with every key.
package main

import (
	"fmt"
	"os"
	"strconv"

	tea "charm.land/bubbletea/v2"
)

type model int

func (m model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	key, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
		return m, nil
	case key.String() == "q":
		return m, tea.Quit
	}
	return m + 1, nil
}

func (m model) View() tea.View {
	v := tea.NewView(fmt.Sprintf("ready %d", m))
	v.AltScreen = true
	return v
}

func main() {
	fps, err := strconv.Atoi(os.Args[1])
	if err == nil {
		_, err = tea.NewProgram(model(0), tea.WithFPS(fps)).Run()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
