// Command checker-go checks what an OTP Notary log publishes with code that shares nothing with it:
// golang.org/x/mod/sumdb/{note,tlog} and github.com/transparency-dev/merkle, which must agree.
//
// Each line of standard input is one JSON case; each line of standard output is "ok" or "refused: reason".
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
)

// maxLine bounds one case: a log of some ten thousand entries.
const maxLine = 64 << 20

func run(in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 0, 1<<20), maxLine)
	verdicts := bufio.NewWriter(out)
	for lines.Scan() {
		var c Case
		err := json.Unmarshal(lines.Bytes(), &c)
		if err == nil {
			err = c.Check()
		}
		if err == nil {
			fmt.Fprintln(verdicts, "ok")
		} else {
			fmt.Fprintf(verdicts, "refused: %q\n", err)
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return verdicts.Flush()
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
