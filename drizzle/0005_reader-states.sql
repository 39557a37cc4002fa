CREATE TABLE `rollup_client` (
	`send_id` integer NOT NULL,
	`of` text NOT NULL,
	`value` text NOT NULL,
	`clicks` integer NOT NULL,
	`clickers` integer NOT NULL,
	`openers` integer NOT NULL,
	PRIMARY KEY(`send_id`, `of`, `value`),
	FOREIGN KEY (`send_id`) REFERENCES `send`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rollup_reader` (
	`publication_id` integer NOT NULL,
	`reader_id` integer NOT NULL,
	`status` text NOT NULL,
	`joined` integer,
	`left` integer,
	`left_by` text,
	`channel` text,
	`campaign` text,
	`country` text,
	`paid` integer,
	PRIMARY KEY(`publication_id`, `reader_id`),
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reader_id`) REFERENCES `reader`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `reader_fact` ADD `campaign` text;--> statement-breakpoint
ALTER TABLE `rollup_day` ADD `openers` blob;--> statement-breakpoint
ALTER TABLE `rollup_day` ADD `proxied` blob;--> statement-breakpoint
ALTER TABLE `rollup_issue` ADD `complained` integer;--> statement-breakpoint
INSERT OR IGNORE INTO `setting` (`name`, `value`) SELECT 'unsettled:' || `id`, 'migration' FROM `publication`;
