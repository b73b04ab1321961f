package main

import (
	"encoding/base64"
	"errors"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

type checkpoint struct {
	origin string
	size   int64
	root   tlog.Hash
}

var errMalformed = errors.New("malformed checkpoint")

// parseCheckpoint reads origin, size and root, one a line (C2SP tlog-checkpoint without extension lines).
func parseCheckpoint(text string) (checkpoint, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 4 || lines[0] == "" || lines[3] != "" {
		return checkpoint{}, errMalformed
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return checkpoint{}, errMalformed
	}
	root, err := base64.StdEncoding.Strict().DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return checkpoint{}, errMalformed
	}
	return checkpoint{origin: lines[0], size: size, root: tlog.Hash(root)}, nil
}

func toHashes(proof [][]byte) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(proof))
	for i, hash := range proof {
		if len(hash) != tlog.HashSize {
			return nil, errors.New("a hash is not 32 bytes")
		}
		hashes[i] = tlog.Hash(hash)
	}
	return hashes, nil
}
