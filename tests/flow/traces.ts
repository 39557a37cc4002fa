import { createHash } from 'node:crypto';

/** A text as it may be written, in lower case. */
function forms(secret: string): Map<string, Buffer> {
	const byName = new Map<string, Buffer>();
	const once = encodeURIComponent(secret);
	for (const [way, text] of [
		['plainly', secret],
		['in lower case', secret.toLowerCase()],
		['escaped', once],
		['escaped twice', encodeURIComponent(once)],
		['in hex', Buffer.from(secret).toString('hex')],
		['in escapes', secret.replace(/./gs, (sign) => `%${sign.charCodeAt(0).toString(16)}`)]
	] as const)
		byName.set(way, Buffer.from(text.toLowerCase()));
	byName.set('in UTF-16LE', Buffer.from(secret.toLowerCase(), 'utf16le'));
	byName.set('in UTF-16BE', Buffer.from(Buffer.from(secret.toLowerCase(), 'utf16le')).swap16());
	for (const kind of ['md5', 'sha1', 'sha256'])
		byName.set(kind, Buffer.from(createHash(kind).update(secret.toLowerCase()).digest('hex')));
	return byName;
}

/** An address as files write it, by what that is called. */
export function waysToWrite(address: string): Record<string, string> {
	const once = encodeURIComponent(address);
	const base64 = btoa(address);
	return {
		plainly: address,
		'in capitals': address.toUpperCase(),
		'escaped once': once,
		'escaped twice': encodeURIComponent(once),
		'escaped in part': address.replace('.', '%2e'),
		'escaped letter by letter': [...address]
			.map((letter) => `%${letter.charCodeAt(0).toString(16)}`)
			.join(''),
		'in entities': address.replace('@', '&#64;'),
		'in a named entity': address.replace('@', '&commat;'),
		'as quoted-printable': address.replace('@', '=40'),
		'in base64': base64,
		'in base64 without padding': base64.replace(/=+$/, ''),
		'in hex': Buffer.from(address).toString('hex')
	};
}

/** Of base64 the letters that do not depend on what is beside it, wherever the first byte falls. */
function inBase64(secret: string): Buffer[] {
	return [0, 1, 2].map((skip) => {
		const padded = Buffer.concat([Buffer.alloc(skip), Buffer.from(secret)]);
		const letters = padded.toString('base64').replace(/=+$/, '');
		return Buffer.from(letters.slice(skip === 0 ? 0 : skip + 1, -1));
	});
}

function lower(bytes: Buffer): Buffer {
	return Buffer.from(bytes.map((byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte)));
}

/** Where texts stand in bytes by their places, in every way that they could be written. */
export function traces(places: Map<string, Buffer>, secrets: readonly string[]): string[] {
	const leaks: string[] = [];
	for (const [place, bytes] of places) {
		const small = lower(bytes);
		for (const secret of secrets) {
			for (const [way, sought] of forms(secret)) {
				const at = small.indexOf(lower(sought));
				if (at >= 0) leaks.push(`${place}: ${secret} ${way}: ${around(bytes, at)}`);
			}
			if (secret.length < 8) continue;
			for (const sought of inBase64(secret))
				if (bytes.includes(sought)) leaks.push(`${place}: ${secret} in base64`);
		}
	}
	return leaks;
}

function around(bytes: Buffer, at: number): string {
	return JSON.stringify(bytes.subarray(Math.max(0, at - 60), at + 60).toString('latin1'));
}
