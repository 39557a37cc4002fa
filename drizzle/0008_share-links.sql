ALTER TABLE `share` ADD `created_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `share` ADD `by` text;