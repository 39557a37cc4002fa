// a page to be read: nothing on it asks for a script
export const csr = false;
