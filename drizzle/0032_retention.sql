CREATE TABLE `reader_left` (
	`reader_id` integer NOT NULL,
	`at` integer NOT NULL,
	`provenance_id` integer NOT NULL,
	PRIMARY KEY(`reader_id`, `at`, `provenance_id`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `publication` ADD `reader_months` integer;--> statement-breakpoint
ALTER TABLE `send` ADD `cut_at` integer;