import { readKeyFile, replaceKeyFile } from '../reader-key.ts';

/** Puts the reader key of one folder into another, where there is one: some backups hold none. */
export function keyBeside(data: string, other: string) {
	const key = readKeyFile(data);
	if (key !== null) replaceKeyFile(other, key);
}
