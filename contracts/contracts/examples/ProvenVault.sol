// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DirectProof, IProvenCodes} from "../IProvenCodes.sol";

/// @title ProvenVault: an example of direct assurance
/// @notice Pays out only with a proven code that was issued, by one tenant, for exactly this payee and amount; each code pays once.
/// @dev Whom a code went to, and what that person was shown, is the tenant's word: whoever can issue codes of `tenant` can
/// pay from this vault. Everything else is proven (docs/adr/0010-proven-codes-beside-the-notary.md).
contract ProvenVault {
    /// @notice How old a verification may be, ms: a receipt that was kept back pays nothing.
    uint64 public constant MAX_AGE_MS = 3_600_000;

    /// @notice What proves codes.
    IProvenCodes public immutable codes;
    /// @notice The log that the codes are of.
    bytes32 public immutable originId;
    /// @notice The tenant that issues them.
    string public tenant;

    /// @notice A payment was made.
    event Paid(address indexed payee, uint256 amount, uint64 batch, uint32 position);

    /// @notice The code was verified longer ago than a payment may wait.
    error TooOld(uint64 verifiedAt);
    /// @notice The payee did not take the payment, or there is not enough.
    error PaymentFailed();

    constructor(IProvenCodes codes_, bytes32 originId_, string memory tenant_) {
        (codes, originId, tenant) = (codes_, originId_, tenant_);
    }

    /// @notice Anybody may put money in.
    receive() external payable {}

    /// @notice The purpose that a code must be issued for to pay this: the tenant asks here before it issues.
    function purposeOf(address payee, uint256 amount) external view returns (string memory) {
        return codes.directPurpose(originId, address(this), _binding(payee, amount));
    }

    /// @notice Pays, once for each code. Anybody may bring the proof; it pays the payee that the code is bound to.
    function pay(address payable payee, uint256 amount, DirectProof calldata proof) external {
        if (block.timestamp * 1000 > uint256(proof.receipt.verifiedAt) + MAX_AGE_MS) {
            revert TooOld(proof.receipt.verifiedAt);
        }
        // Before the payment: a payee that calls back finds the code consumed.
        codes.consumeDirect(originId, tenant, _binding(payee, amount), proof);
        emit Paid(payee, amount, proof.issued.batch, proof.issued.position);
        (bool isPaid, ) = payee.call{value: amount}("");
        if (!isPaid) revert PaymentFailed();
    }

    function _binding(address payee, uint256 amount) private pure returns (bytes32) {
        return keccak256(abi.encode(payee, amount));
    }
}
