// shown under the address of the page that was asked for, which scripts would take it for
export const csr = false;
