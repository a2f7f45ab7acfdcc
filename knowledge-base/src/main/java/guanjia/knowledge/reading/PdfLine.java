package guanjia.knowledge.reading;

/**
 * One printed line of a PDF.
 *
 * @param page from 1
 * @param text cleaned, never empty
 * @param size of most of its letters, in points, rounded to halves
 * @param bold every letter is from a bold font
 * @param top distance from the top of the page to the line, in points
 * @param right where it ends, in points from the left
 */
record PdfLine(int page, String text, float size, boolean bold, float top, float right) {}
