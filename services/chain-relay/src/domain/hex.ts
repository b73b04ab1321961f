/** Bytes as 0x-hex; hashes and addresses are lower case. */
export type Hex = `0x${string}`;
/** 20 bytes. */
export type Address = Hex;
