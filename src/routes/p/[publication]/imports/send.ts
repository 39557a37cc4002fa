import type { KnownUpload } from '#lib/server/ingest/files/known-uploads.ts';

/** What somebody gave: a file, or an issue that was pasted. */
export type FileToSend = {
	name: string;
	body: Blob;
	pasted?: boolean;
	/** what was said of how it is to be read, by the names of the command's options */
	about?: Readonly<Record<string, string>>;
};

/** A file on its way to the server. */
export type Sending = {
	name: string;
	/** in bytes */
	size: number;
	/** 0..1 */
	sent: number;
	state: 'waiting' | 'sending' | 'taken' | 'failed' | 'stopped';
	/** why it was not taken, in the reader's language */
	why: string;
	/** the number that the server gave it; null until it has it */
	id: number | null;
	/** ends its sending */
	stop?: () => void;
};

type Answer = { ok: boolean; message: string; id: number | null };

/**
 * Sends one file as the body of a request, so that the server can stream it to disk.
 *
 * XMLHttpRequest, since `fetch` does not say how much of a body is gone.
 */
export function sendFile(
	address: string,
	{ name, body, pasted = false, about = {} }: FileToSend,
	onprogress: (sent: number) => void,
	signal?: AbortSignal
): Promise<Answer> {
	return new Promise((resolve) => {
		const request = new XMLHttpRequest();
		const query = new URLSearchParams({ name, ...(pasted && { pasted: '' }), ...about });
		request.open('POST', `${address}?${query}`);
		// a type that no form can send, so that no other site can either
		request.setRequestHeader('content-type', 'application/octet-stream');

		request.upload.onprogress = ({ loaded, total }) => onprogress(total ? loaded / total : 0);
		const failed = { ok: false, message: '', id: null };
		request.onerror = () => resolve(failed);
		request.onabort = () => resolve(failed);
		signal?.addEventListener('abort', () => request.abort());
		request.onload = () => {
			const ok = request.status < 300;
			const { message, id } = readAnswer(request.responseText);
			resolve({ ok, message: ok ? '' : message, id });
		};
		request.send(body);
	});
}

/** Whatever answers may be a proxy, which says nothing of ours. */
function readAnswer(body: string): { message: string; id: number | null } {
	try {
		const { message, id } = JSON.parse(body);
		return { message: String(message ?? ''), id: typeof id === 'number' ? id : null };
	} catch {
		return { message: '', id: null };
	}
}

/**
 * What files that were sent became, where they had been imported before.
 *
 * @param address of what was sent, `/p/x/imports/upload`
 */
export async function knownAlready(
	address: string,
	ids: readonly number[]
): Promise<KnownUpload[]> {
	const reply = await fetch(`${address}?ids=${ids.join()}`);
	return reply.ok ? ((await reply.json()) as KnownUpload[]) : [];
}

/** What shows files on their way: nobody needs its script before there is one. */
export function showSendings() {
	return import('./Sendings.svelte');
}
