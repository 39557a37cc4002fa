import { createHmac } from 'node:crypto';

/** As the scripts of a page ask for an action: what it says comes without the page, which takes far longer. */
export const asScript = { accept: 'application/json', 'x-sveltekit-action': 'true' };

/** A cookie as a browser keeps it: which site's, and below which path it is sent. */
type Cookie = { site: string; name: string; value: string; path: string };

export type Browser = ReturnType<typeof browserAt>;

/**
 * A browser with cookies of its own, which follows nothing by itself.
 *
 * @param home what addresses are relative to, as it is when one is opened
 * @param own headers of its own, such as the origin that a proxy before the program would say
 */
export function browserAt(home: () => string, own: Record<string, string> = {}) {
	let cookies: Cookie[] = [];

	function keep(line: string, site: string) {
		const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
		const [, path = '/'] = /path=([^;]*)/i.exec(line) ?? [];
		cookies = cookies.filter((one) => one.site !== site || one.name !== name || one.path !== path);
		if (value !== '' && !/max-age=0/i.test(line)) cookies.push({ site, name, value, path });
	}

	/** @param filled the fields of a form, which is sent; @param asked how else it is asked for */
	async function visit(address: string, filled?: Record<string, string>, asked: RequestInit = {}) {
		const url = new URL(address, `${home()}/`);
		const sent = cookies.filter(
			({ site, path }) => site === url.origin && `${url.pathname}/`.startsWith(path)
		);
		const answer = await fetch(url, {
			redirect: 'manual',
			...(filled && { method: 'POST', body: new URLSearchParams(filled) }),
			...asked,
			headers: {
				accept: 'text/html',
				origin: url.origin,
				...own,
				cookie: sent.map(({ name, value }) => `${name}=${value}`).join('; '),
				...asked.headers
			}
		});
		for (const line of answer.headers.getSetCookie()) keep(line, url.origin);
		const { status, headers } = answer;
		const to = headers.get('location');
		const led = to === null ? null : new URL(to, url).href;
		return { status, headers, text: await answer.text(), url: url.href, to, led };
	}
	return Object.assign(visit, { cookies: () => cookies });
}

/** Goes wherever it is led, until `stop`. */
export async function follow(
	visit: Browser,
	address: string,
	stop: (led: string) => boolean = () => false
) {
	let answer = await visit(address);
	for (let steps = 0; answer.led !== null && steps < 12; steps++) {
		if (stop(answer.led)) return answer;
		answer = await visit(answer.led);
	}
	return answer;
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
