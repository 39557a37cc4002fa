import { createHmac } from 'node:crypto';

/** A browser with its own cookies, and headers of its own; `https`, because that is what the proxy before the program says. */
export function browserAt(address: () => string, own: Record<string, string> = {}) {
	const jar = new Map<string, string>();
	return async (path: string, filled?: Record<string, string>) => {
		const answer = await fetch(`${address()}${path}`, {
			redirect: 'manual',
			headers: {
				accept: 'text/html',
				origin: 'https://news.example.org',
				cookie: [...jar].map((pair) => pair.join('=')).join('; '),
				...own
			},
			...(filled && { method: 'POST', body: new URLSearchParams(filled) })
		});
		for (const line of answer.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
			else jar.set(name, value);
		}
		const to = answer.headers.get('location') ?? '';
		return { status: answer.status, text: await answer.text(), to };
	};
}

/** What an answer had a browser keep, as it sends it from then on. */
export function cookiesOf({ headers }: Response): string {
	return headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
}

/** The code of an app, RFC 6238: six digits, half a minute. */
export function codeOf(secret: string, at = Date.now()): string {
	const bits = [...secret]
		.map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
		.join('');
	const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
	const digest = createHmac('sha1', key).update(counter).digest();
	const from = digest[19]! & 15;
	return String((digest.readUInt32BE(from) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}
