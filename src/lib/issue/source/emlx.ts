/** Apple Mail writes how many bytes a mail has on a line above it, and what it keeps of it below. */
const COUNT = /^(\d{1,9})[ \t]*\r?\n/;

const NAME = /\.emlx$/i;

/** The beginning of an `.emlx` without the line above its mail; any other text as it is. */
export function withoutCount(name: string, text: string): string {
	return NAME.test(name) ? text.replace(COUNT, '') : text;
}

/** The mail of an `.emlx`; any other bytes as they are. */
export function mailOfEmlx(name: string, bytes: Uint8Array): Uint8Array {
	if (!NAME.test(name)) return bytes;
	const [line, count] = COUNT.exec(new TextDecoder().decode(bytes.subarray(0, 20))) ?? [];
	return line === undefined ? bytes : bytes.subarray(line.length, line.length + Number(count));
}
