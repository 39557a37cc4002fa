import { DAY_SECONDS } from '#lib/duration.ts';

type Column = Int32Array<ArrayBuffer>;

/** Events of one kind as columns, which may be longer than what is in them. */
export type EventRows = Record<'send' | 'url' | 'day' | 'reader' | 'second' | 'client', Column> & {
	length: number;
};

/** Room for events of one kind before they are stored, as columns that grow. */
export class EventBuffer implements EventRows {
	send = new Int32Array(0);
	url = new Int32Array(0);
	day = new Int32Array(0);
	reader = new Int32Array(0);
	second = new Int32Array(0);
	client = new Int32Array(0);
	length = 0;

	/** @param at UTC milliseconds */
	add(send: number, url: number, at: number, reader: number, client: number) {
		if (this.length === this.send.length) this.#grow();
		const i = this.length++;
		const seconds = Math.floor(at / 1000);
		const day = Math.floor(seconds / DAY_SECONDS);
		this.send[i] = send;
		this.url[i] = url;
		this.day[i] = day;
		this.reader[i] = reader;
		this.second[i] = seconds - day * DAY_SECONDS;
		this.client[i] = client;
	}

	#grow() {
		const larger = (column: Column) => {
			const grown = new Int32Array(Math.max(1024, column.length * 2));
			grown.set(column);
			return grown;
		};
		this.send = larger(this.send);
		this.url = larger(this.url);
		this.day = larger(this.day);
		this.reader = larger(this.reader);
		this.second = larger(this.second);
		this.client = larger(this.client);
	}
}
