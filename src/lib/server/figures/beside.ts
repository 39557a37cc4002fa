import { MINUTE } from '#lib/duration.ts';
import { Worker } from 'node:worker_threads';
import { Trouble, type TroubleCode } from '#lib/trouble.ts';
import { fitElsewhere } from '../fits/fits.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';

/** A figure of a publication and its filters; arguments and result are plain data. */
type Figure<Rest extends unknown[], Value> = (
	db: Db,
	publication: Publication,
	...rest: Rest
) => Promise<Value>;

/** A request to the thread, and its answer. */
export type AskBeside = { n: number; name: string; given: unknown[] };
export type FromBeside = {
	n: number;
	value?: unknown;
	trouble?: { code: TroubleCode; details: Trouble['details'] };
	error?: string;
};

/** What a thread of figures is started with. */
export type BesideOrder = {
	url: string;
	authToken: string | undefined;
	/** folder of a local copy to read from; null: the database itself */
	replica: string | null;
};

const known = new Map<string, Figure<never[], unknown>>();
const threads = new WeakMap<Db, Thread>();

/**
 * Marks a slow figure: in a process that answers pages it is made in a thread of its own, so that nobody else
 * waits for it.
 */
export function beside<Rest extends unknown[], Value>(
	name: string,
	figure: Figure<Rest, Value>
): Figure<Rest, Value> {
	known.set(name, figure as unknown as Figure<never[], unknown>);
	return (db, publication, ...rest) => {
		const thread = threads.get(db);
		return thread
			? (thread.ask(name, [publication, ...rest]) as Promise<Value>)
			: figure(db, publication, ...rest);
	};
}

/** The figure with this name, for the thread to make. */
export function figureNamed(name: string): Figure<unknown[], unknown> {
	return known.get(name) as unknown as Figure<unknown[], unknown>;
}

/** Makes slow figures of this database, and the fits of its publications, in a thread. */
export function makeBeside(db: Db, program: URL, order: BesideOrder) {
	const thread = new Thread(program, order);
	threads.set(db, thread);
	fitElsewhere(db, async (_, publicationId) => {
		await thread.ask('fits', [publicationId]);
	});
}

/** Milliseconds without a request after which the thread is ended and its memory freed. */
const IDLE = 10 * MINUTE;

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

/** One thread, started when it is needed; if it fails, everybody who waits gets the error. */
class Thread {
	#program: URL;
	#order: BesideOrder;
	#worker: Worker | null = null;
	#waiting = new Map<number, Waiting>();
	#asked = 0;
	#idle: NodeJS.Timeout | undefined;

	constructor(program: URL, order: BesideOrder) {
		this.#program = program;
		this.#order = order;
	}

	ask(name: string, given: unknown[]): Promise<unknown> {
		const worker = (this.#worker ??= this.#begin());
		clearTimeout(this.#idle);
		const n = ++this.#asked;
		return new Promise((resolve, reject) => {
			this.#waiting.set(n, { resolve, reject });
			worker.postMessage({ n, name, given } satisfies AskBeside);
		});
	}

	#begin(): Worker {
		const worker = new Worker(this.#program, { workerData: this.#order });
		worker.on('message', (message: FromBeside) => this.#answer(message));
		worker.on('error', (error) => this.#end(worker, error));
		worker.on('exit', () => this.#end(worker, new Error('the thread of figures ended')));
		// the thread must not keep a process alive; adding a listener would do so again, so this comes last
		worker.unref();
		return worker;
	}

	#answer({ n, value, trouble, error }: FromBeside) {
		const waiting = this.#waiting.get(n);
		this.#waiting.delete(n);
		if (trouble) waiting?.reject(new Trouble(trouble.code, trouble.details));
		else if (error !== undefined) waiting?.reject(new Error(error));
		else waiting?.resolve(value);
		if (this.#waiting.size === 0)
			this.#idle = setTimeout(() => void this.#worker?.terminate(), IDLE).unref();
	}

	#end(worker: Worker, error: Error) {
		if (this.#worker !== worker) return;
		this.#worker = null;
		const waiting = [...this.#waiting.values()];
		this.#waiting.clear();
		for (const { reject } of waiting) reject(error);
	}
}
