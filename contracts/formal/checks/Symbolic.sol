// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @dev Of the cheat codes of forge and halmos, those that are used here.
interface Vm {
    function assume(bool condition) external pure;
    function prank(address sender) external;
    function store(address target, bytes32 slot, bytes32 value) external;
    function load(address target, bytes32 slot) external view returns (bytes32);
}

interface Svm {
    function enableSymbolicStorage(address target) external;
    function createCalldata(string memory contractName) external view returns (bytes memory);
    function createBytes32(string memory name) external view returns (bytes32);
    function createUint256(string memory name) external view returns (uint256);
    function snapshotStorage(address target) external view returns (uint256);
}

Vm constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
Svm constant svm = Svm(address(uint160(uint256(keccak256("svm cheat code")))));
