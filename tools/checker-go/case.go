package main

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/transparency-dev/merkle/compact"
	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Case is a set of statements of one log that must all hold. Byte strings are base64 in JSON.
type Case struct {
	// Vkey is the log's C2SP verifier key.
	Vkey string `json:"vkey"`
	// Checkpoints are signed notes; proofs refer to them by position.
	Checkpoints []string `json:"checkpoints"`
	// Entries, when given, are the whole log: every checkpoint's root is computed anew from them.
	Entries     []string      `json:"entries"`
	Inclusions  []Inclusion   `json:"inclusions"`
	Consistency []Consistency `json:"consistency"`
}

// Inclusion says that the entry stands at the index of the checkpoint's tree.
type Inclusion struct {
	Checkpoint int      `json:"checkpoint"`
	Index      int64    `json:"index"`
	Entry      string   `json:"entry"`
	Proof      [][]byte `json:"proof"`
}

// Consistency says that the tree of checkpoint To extends that of checkpoint From.
type Consistency struct {
	From  int      `json:"from"`
	To    int      `json:"to"`
	Proof [][]byte `json:"proof"`
}

// Check returns nil when every statement of the case holds.
func (c *Case) Check() error {
	trees, err := c.openCheckpoints()
	if err != nil {
		return err
	}
	for i, tree := range trees {
		if c.Entries == nil {
			break
		}
		if err := checkRoot(c.Entries, tree); err != nil {
			return fmt.Errorf("checkpoint %d: %w", i, err)
		}
	}
	for i, inclusion := range c.Inclusions {
		if err := inclusion.check(trees); err != nil {
			return fmt.Errorf("inclusion %d: %w", i, err)
		}
	}
	for i, consistency := range c.Consistency {
		if err := consistency.check(trees); err != nil {
			return fmt.Errorf("consistency %d: %w", i, err)
		}
	}
	return nil
}

func (c *Case) openCheckpoints() ([]checkpoint, error) {
	verifier, err := note.NewVerifier(c.Vkey)
	if err != nil {
		return nil, fmt.Errorf("vkey: %w", err)
	}
	trees := make([]checkpoint, 0, len(c.Checkpoints))
	for i, signed := range c.Checkpoints {
		opened, err := note.Open([]byte(signed), note.VerifierList(verifier))
		if err != nil {
			return nil, fmt.Errorf("checkpoint %d: %w", i, err)
		}
		tree, err := parseCheckpoint(opened.Text)
		if err != nil {
			return nil, fmt.Errorf("checkpoint %d: %w", i, err)
		}
		if tree.origin != verifier.Name() {
			return nil, fmt.Errorf("checkpoint %d: of another log", i)
		}
		trees = append(trees, tree)
	}
	return trees, nil
}

func checkRoot(entries []string, tree checkpoint) error {
	if tree.size > int64(len(entries)) {
		return errors.New("larger than the log")
	}
	leaves := compact.RangeFactory{Hash: rfc6962.DefaultHasher.HashChildren}
	grown := leaves.NewEmptyRange(0)
	for _, entry := range entries[:tree.size] {
		if err := grown.Append(rfc6962.DefaultHasher.HashLeaf([]byte(entry)), nil); err != nil {
			return err
		}
	}
	root := rfc6962.DefaultHasher.EmptyRoot()
	if tree.size > 0 {
		computed, err := grown.GetRootHash(nil)
		if err != nil {
			return err
		}
		root = computed
	}
	if !bytes.Equal(root, tree.root[:]) {
		return errors.New("root is not that of the entries")
	}
	return nil
}

func (p *Inclusion) check(trees []checkpoint) error {
	if p.Checkpoint < 0 || p.Checkpoint >= len(trees) {
		return errors.New("no such checkpoint")
	}
	tree := trees[p.Checkpoint]
	hashes, err := toHashes(p.Proof)
	if err != nil {
		return err
	}
	leaf := tlog.RecordHash([]byte(p.Entry))
	first := tlog.CheckRecord(tlog.RecordProof(hashes), tree.size, tree.root, p.Index, leaf)
	second := proof.VerifyInclusion(
		rfc6962.DefaultHasher, uint64(p.Index), uint64(tree.size), leaf[:], p.Proof, tree.root[:])
	return agreed(first, second)
}

func (p *Consistency) check(trees []checkpoint) error {
	if p.From < 0 || p.From >= len(trees) || p.To < 0 || p.To >= len(trees) {
		return errors.New("no such checkpoint")
	}
	from, to := trees[p.From], trees[p.To]
	hashes, err := toHashes(p.Proof)
	if err != nil {
		return err
	}
	second := proof.VerifyConsistency(rfc6962.DefaultHasher,
		uint64(from.size), uint64(to.size), p.Proof, from.root[:], to.root[:])
	if from.size == 0 {
		return second // tlog has no proofs from the empty tree
	}
	first := tlog.CheckTree(tlog.TreeProof(hashes), to.size, to.root, from.size, from.root)
	return agreed(first, second)
}

// agreed refuses when either checker refuses, and says so loudly when only one does.
func agreed(tlogError, merkleError error) error {
	if (tlogError == nil) != (merkleError == nil) {
		return fmt.Errorf("CHECKERS DISAGREE: tlog %v, merkle %v", tlogError, merkleError)
	}
	return tlogError
}
