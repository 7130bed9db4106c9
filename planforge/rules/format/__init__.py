"""How a Word file is set (GB/T 9704-2012): page, grid, fonts, indents, red header, 版记 and page numbers."""
