/** What sort of trouble it is: decides the HTTP status, never the words. */
export type TroubleKind = 'missing' | 'forbidden' | 'unreadable' | 'conflict' | 'usage' | 'machine';

/**
 * Everything that we foresee going wrong and can explain. The words are in `messages/`, under
 * `trouble.<code>`, with the details as their parameters; a test holds the two together.
 */
const troubles = {
	// files
	fileMissing: 'missing',
	fileIsFolder: 'unreadable',
	importStopped: 'unreadable',
	fileEmpty: 'unreadable',
	nothingGiven: 'usage',
	fileBinary: 'unreadable',
	noIssues: 'missing',
	fileSpreadsheet: 'unreadable',
	fileNotTable: 'unreadable',
	fileTooLarge: 'unreadable',
	tooManySheets: 'unreadable',
	fileUnreadable: 'unreadable',
	fileNotRecognised: 'unreadable',
	monthsWithoutYear: 'unreadable',
	pasteNotTable: 'unreadable',
	datesAmbiguous: 'unreadable',
	sendUnknown: 'unreadable',
	readingDoubtful: 'unreadable',
	noUsableColumn: 'unreadable',
	recordTooLong: 'unreadable',
	noSuchTable: 'missing',
	noSuchFigure: 'missing',
	zipUnreadable: 'unreadable',
	zipPathOutside: 'unreadable',
	zipTooMany: 'unreadable',
	zipTooLarge: 'unreadable',
	zipEncrypted: 'unreadable',
	zipInZip: 'unreadable',
	gzipUnreadable: 'unreadable',
	jsonUnreadable: 'unreadable',
	documentUnreadable: 'unreadable',
	noLetters: 'unreadable',
	besideIssues: 'unreadable',
	fileIsIssue: 'unreadable',
	noNotes: 'unreadable',
	badNote: 'usage',
	noteOrFile: 'usage',
	tooManyNotes: 'conflict',
	noSuchNote: 'missing',
	draftEmpty: 'unreadable',
	notASponsor: 'usage',
	noSuchForecast: 'missing',
	noDraft: 'usage',
	badItemOrder: 'usage',
	whichPosition: 'usage',
	mapUnreadable: 'unreadable',
	mapDoesNotFit: 'unreadable',
	// machine
	dataReadOnly: 'machine',
	diskFull: 'machine',
	spoolFull: 'machine',
	fileNotWritable: 'machine',
	fileExists: 'conflict',
	notABackup: 'unreadable',
	backupNewer: 'unreadable',
	databaseBusy: 'machine',
	databaseDamaged: 'machine',
	databaseInUse: 'conflict',
	databaseNewer: 'machine',
	databaseOnServer: 'usage',
	databaseUnreachable: 'machine',
	noRoomToMigrate: 'machine',
	portInUse: 'machine',
	portNotAllowed: 'machine',
	// people
	adminExists: 'conflict',
	badPerson: 'usage',
	personExists: 'conflict',
	noSuchPerson: 'missing',
	firstIsAdmin: 'usage',
	lastAdmin: 'conflict',
	adminEverywhere: 'conflict',
	noSecondFactor: 'missing',
	noPasskeys: 'missing',
	badOrganisation: 'usage',
	badMonths: 'usage',
	tokenForAll: 'usage',
	badExpiry: 'usage',
	linkOver: 'missing',
	notAllowed: 'forbidden',
	signInFirst: 'forbidden',
	secondStepFirst: 'forbidden',
	badTokenName: 'usage',
	tokenExists: 'conflict',
	noSuchToken: 'missing',
	// usage
	noSuchPublication: 'missing',
	publicationArchived: 'missing',
	wrongName: 'usage',
	whichPublication: 'usage',
	noPublication: 'missing',
	badPort: 'usage',
	badChoice: 'usage',
	topicsUnreadable: 'unreadable',
	badForm: 'usage',
	badBody: 'usage',
	givenTwice: 'usage',
	notTogether: 'usage',
	outOfRange: 'usage',
	nothingNamed: 'usage',
	parameterMissing: 'usage',
	badOrigin: 'usage',
	badDepth: 'usage',
	badHeader: 'usage',
	badContact: 'usage',
	bodyTooLarge: 'usage',
	whichFile: 'usage',
	whichIssue: 'usage',
	badNumber: 'usage',
	badId: 'usage',
	badCount: 'usage',
	keyGiven: 'usage',
	badSlug: 'usage',
	badHost: 'usage',
	badDate: 'usage',
	badZone: 'usage',
	badOrder: 'usage',
	badKind: 'usage',
	badRules: 'usage',
	rulesMovedOn: 'conflict',
	noTitle: 'usage',
	badCorrection: 'usage',
	noSuchImport: 'missing',
	importMovedOn: 'conflict',
	undoMovedOn: 'conflict',
	noSuchMap: 'missing',
	importRunning: 'conflict',
	unknownPublication: 'usage',
	noSuchIssue: 'missing',
	severalIssues: 'usage',
	noIssueYet: 'missing',
	noSuchPage: 'missing',
	noSuchSend: 'missing',
	pageHasTwins: 'conflict',
	noSuchItem: 'missing',
	noSuchRule: 'missing',
	noSuchPlacement: 'missing',
	placementLost: 'missing',
	noSuchMoney: 'missing',
	moneyMovedOn: 'conflict',
	itemMovedOn: 'conflict',
	stepMovedOn: 'conflict',
	sayingMovedOn: 'conflict',
	viewMovedOn: 'conflict',
	ruleMovedOn: 'conflict',
	noSuchHeading: 'missing',
	noSuchReader: 'missing',
	badAmount: 'usage',
	badCurrency: 'usage',
	badPeriod: 'usage',
	badRate: 'usage',
	noChannel: 'usage',
	noSponsor: 'usage',
	noIssue: 'usage',
	sameIssue: 'usage',
	feesDiffer: 'usage',
	noName: 'usage',
	sameName: 'usage',
	joinedOtherwise: 'conflict',
	noSuchName: 'missing',
	joinNeedsWith: 'usage',
	noSuchTopic: 'missing',
	noSuchSection: 'missing',
	noSuchAuthor: 'missing',
	noSuchReport: 'missing',
	noSuchView: 'missing',
	noSuchSchedule: 'missing',
	badSchedule: 'usage',
	badSmtp: 'usage',
	badAlert: 'usage',
	noSuchAlert: 'missing',
	noMailServer: 'usage',
	badLogo: 'unreadable',
	noSuchShare: 'missing',
	shareRevoked: 'conflict',
	shareNotRestorable: 'conflict',
	shareOver: 'missing',
	badShare: 'usage',
	badView: 'usage',
	noTopicName: 'usage',
	topicAbove: 'conflict',
	topicNameTaken: 'conflict',
	interrupted: 'unreadable',
	// work that goes on by itself
	noSuchJob: 'missing',
	jobNotFailed: 'conflict',
	jobFileGone: 'conflict',
	jobInterrupted: 'machine',
	jobBroke: 'machine',
	mailFailed: 'machine',
	alertFailed: 'machine',
	alertUnsure: 'machine',
	mailUnsure: 'machine',
	wrongKey: 'machine',
	badKey: 'machine',
	publicationUnreadable: 'unreadable',
	nothingThere: 'missing'
} as const satisfies Record<string, TroubleKind>;

/** The HTTP status of each kind. */
const statuses: Record<TroubleKind, number> = {
	missing: 404,
	forbidden: 403,
	unreadable: 422,
	conflict: 409,
	usage: 400,
	machine: 503
};

export type TroubleCode = keyof typeof troubles;

/** @internal for the test that holds codes and words together */
export const troubleCodes = Object.keys(troubles) as TroubleCode[];

/** The one error for what we foresaw: a code to be worded, and the details its words need. */
export class Trouble extends Error {
	override name = 'Trouble';
	readonly code: TroubleCode;
	readonly details: Record<string, string | number>;

	constructor(code: TroubleCode, details: Record<string, string | number> = {}) {
		super(code);
		this.code = code;
		this.details = details;
	}

	get kind(): TroubleKind {
		return troubles[this.code];
	}

	/** the HTTP status, wherever it is met */
	get status(): number {
		const isFull = this.code === 'diskFull' || this.code === 'spoolFull';
		return isFull ? 507 : statuses[this.kind];
	}
}

/**
 * The trouble in an error, however many errors it is wrapped in: our own, a full disk, a database that
 * cannot be used. Null for what nobody foresaw.
 */
export function troubleIn(error: unknown): Trouble | null {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		if (cause instanceof Trouble) return cause;
		const code = 'code' in cause ? String(cause.code) : '';
		if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code) || /disk is full/.test(cause.message))
			return new Trouble('diskFull');
		// a file that is none, or whose pages do not fit together
		if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return new Trouble('databaseDamaged');
		if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new Trouble('databaseBusy');
	}
	return null;
}

/** What is written down of an error that nobody foresaw: all but the values that were to be stored. */
export function unforeseen(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const text = (error.stack ?? error.message).replace(/^params: .*$/m, '');
	return error.cause === undefined ? text : `${text}\n${unforeseen(error.cause)}`;
}
