// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Sha256Tree} from "./Sha256Tree.sol";

/// @title RFC 9162 §2.1.4.2: verifying consistency between two tree heads
/// @notice Whether a log only grew. Nothing here but the RFC's algorithm, with its step numbers.
library Consistency {
    /// @notice Whether the tree (`second`, `secondHash`) extends the tree (`first`, `firstHash`).
    /// @dev The RFC's precondition `0 < first < second` is checked. The path is read once, and no further than the
    /// height of the larger tree: step 6.a ends a path that is too long.
    function isExtension(
        uint256 first,
        bytes32 firstHash,
        uint256 second,
        bytes32 secondHash,
        bytes32[] calldata path
    ) internal view returns (bool) {
        if (first == 0 || first >= second) return false;
        // Step 1.
        if (path.length == 0) return false;
        // Steps 3 and 4: skip the levels that both trees share.
        uint256 fn = first - 1;
        uint256 sn = second - 1;
        while (fn & 1 == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        // Steps 2 and 5. After the skip fn is 0 exactly when `first` is a power of two: then its root leads the path.
        bool isPerfect = fn == 0;
        bytes32 fr = isPerfect ? firstHash : path[0];
        bytes32 sr = fr;
        // Step 6.
        for (uint256 i = isPerfect ? 0 : 1; i < path.length; ++i) {
            // Step 6.a.
            if (sn == 0) return false;
            bytes32 c = path[i];
            if (fn & 1 == 1 || fn == sn) {
                // Step 6.b.i.
                fr = Sha256Tree.node(Sha256Tree.LOG_NODE, c, fr);
                sr = Sha256Tree.node(Sha256Tree.LOG_NODE, c, sr);
                // Step 6.b.ii.
                while (fn & 1 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                // Step 6.b, otherwise.
                sr = Sha256Tree.node(Sha256Tree.LOG_NODE, sr, c);
            }
            // Step 6.c.
            fn >>= 1;
            sn >>= 1;
        }
        // Step 7.
        return sn == 0 && fr == firstHash && sr == secondHash;
    }
}
