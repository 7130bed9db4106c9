"""Paragraphs → sections and tasks: a tree grown by markers and headings, and its nodes built."""
