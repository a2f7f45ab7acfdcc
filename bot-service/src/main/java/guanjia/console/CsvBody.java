package guanjia.console;

/** A CSV file sent as the body of a request, whole. */
record CsvBody(byte[] bytes) {}
