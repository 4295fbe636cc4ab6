// Command hearten is a leadership course in the terminal.
package main

import (
	"os"

	"hearten/cmd/hearten/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], cli.System())) }
