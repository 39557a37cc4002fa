import type { ColumnMap } from '#lib/providers/by-hand/column-map.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import type { Identity } from './identity.ts';
import type { Interned } from './interned.ts';
import type { About } from '../reading/tell-table.ts';

/** What every file of one import run is taken in with. */
export type Context = {
	db: Db;
	identity: Identity;
	publication: Publication;
	/** UTC milliseconds */
	now: () => number;
	/** the account that gave the files, null for the command line and the inbox */
	by: string | null;
	/** addresses met in this run, and their readers' ids by place: the next file names most of them again */
	addresses: Interned;
	readers: (number | null)[];
	/** the built program of a thread that reads large files; without it they are read here */
	thread?: URL;
	/** IANA zone of instants without one, where the person said so */
	zone: string | null;
	/** what was said of every file of this run, beside its zone and mapping */
	about?: About;
	/** how to read a file that no service is known to write, already checked */
	map: ColumnMap | null;
	/**
	 * where a file that raises a question is kept until it is answered; without it nobody can be
	 * asked, and the file fails
	 */
	spool?: string;
	/** lists of subscribers are declared complete: whoever is absent from one has left */
	complete: boolean;
	/** take in again what was undone */
	again: boolean;
	/** others write just then, and are waited for */
	onWait?: () => void;
	onProgress?: (progress: RowProgress) => void | Promise<void>;
	onReject?: (file: string, row: number, code: string, cells: readonly string[]) => void;
};

export type RowProgress = { importId: number; file: string; rows: number };
