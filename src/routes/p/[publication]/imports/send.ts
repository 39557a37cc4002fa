/** What somebody gave: a file, or an issue that was pasted. */
export type Taken = { name: string; body: Blob; pasted?: boolean };

/** A file on its way to the server. */
export type Sending = {
	name: string;
	/** 0..1 */
	sent: number;
	state: 'waiting' | 'sending' | 'taken' | 'failed';
	/** why it was not taken, in the reader's language */
	why: string;
};

type Answer = { ok: boolean; message: string };

/**
 * Sends one file as the body of a request, so that the server can stream it to disk.
 *
 * XMLHttpRequest, since `fetch` does not say how much of a body is gone.
 */
export function send(
	address: string,
	{ name, body, pasted = false }: Taken,
	onprogress: (sent: number) => void
): Promise<Answer> {
	return new Promise((settle) => {
		const request = new XMLHttpRequest();
		request.open('POST', `${address}?name=${encodeURIComponent(name)}${pasted ? '&pasted' : ''}`);
		// a type that no form can send, so that no other site can either
		request.setRequestHeader('content-type', 'application/octet-stream');

		request.upload.onprogress = ({ loaded, total }) => onprogress(total ? loaded / total : 0);
		request.onerror = () => settle({ ok: false, message: '' });
		request.onload = () => {
			const ok = request.status < 300;
			settle({ ok, message: ok ? '' : messageOf(request.responseText) });
		};
		request.send(body);
	});
}

function messageOf(body: string): string {
	try {
		return String(JSON.parse(body).message ?? '');
	} catch {
		return '';
	}
}
