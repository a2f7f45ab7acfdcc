package guanjia.console;

/** The part {@code file} of a form, whole. @param name as the sender calls the file */
record Upload(String name, byte[] bytes) {}
