// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Sha256Tree} from "./Sha256Tree.sol";

/// @title RFC 9162 §2.1.3.2: verifying an inclusion proof
/// @notice Whether a leaf stands at one position of a tree. Unlike a commutative Merkle proof it binds the position:
/// the index and the size of the tree give the length and every turn of the path.
library Inclusion {
    /// @param domain The tree's node byte: {Sha256Tree-LOG_NODE} or {Sha256Tree-SETTLEMENT_NODE}.
    function includes(
        uint8 domain,
        bytes32 leafHash,
        uint256 leafIndex,
        uint256 treeSize,
        bytes32[] calldata path,
        bytes32 rootHash
    ) internal view returns (bool) {
        // Step 1.
        if (leafIndex >= treeSize) return false;
        // Step 2.
        uint256 fn = leafIndex;
        uint256 sn = treeSize - 1;
        // Step 3.
        bytes32 r = leafHash;
        // Step 4.
        for (uint256 i = 0; i < path.length; ++i) {
            // Step 4.a.
            if (sn == 0) return false;
            bytes32 p = path[i];
            if (fn & 1 == 1 || fn == sn) {
                // Step 4.b.i.
                r = Sha256Tree.node(domain, p, r);
                // Step 4.b.ii.
                while (fn & 1 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                // Step 4.b, otherwise.
                r = Sha256Tree.node(domain, r, p);
            }
            // Step 4.c.
            fn >>= 1;
            sn >>= 1;
        }
        // Step 5.
        return sn == 0 && r == rootHash;
    }
}
