CREATE TABLE `__new_count_reader` (
	`import_id` integer NOT NULL,
	`send_id` integer NOT NULL,
	`event` text NOT NULL,
	`reader_id` integer NOT NULL,
	`url_id` integer DEFAULT 0 NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`send_id`, `event`, `reader_id`, `url_id`, `import_id`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`send_id`) REFERENCES `send`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_count_reader`("import_id", "send_id", "event", "reader_id", "url_id", "n") SELECT "import_id", "send_id", "event", "reader_id", coalesce("url_id", 0), "n" FROM `count_reader`;--> statement-breakpoint
DROP TABLE `count_reader`;--> statement-breakpoint
ALTER TABLE `__new_count_reader` RENAME TO `count_reader`;
