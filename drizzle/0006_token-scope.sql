ALTER TABLE `api_token` ADD `scope` text DEFAULT 'import' NOT NULL;--> statement-breakpoint
ALTER TABLE `api_token` ADD `publication_id` integer REFERENCES publication(id) ON DELETE CASCADE;