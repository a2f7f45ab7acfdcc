package guanjia.console;

/**
 * A chat in the list, in words.
 *
 * @param id the conversation
 * @param name what staff call it: a masked number, or the channel and the end of the id
 * @param channel in words
 * @param estate its name
 * @param language in words
 * @param from who said the newest line: empty for the resident
 * @param text the newest line
 * @param time how long it waits, or since when somebody has it
 * @param tone {@code danger}, {@code late}, {@code waiting} or {@code calm}
 * @param heard place of the newest line in the chat when its resident said it, else 0
 * @param note what is special: a danger, how late it is, a promised call back, who has it; empty for nothing
 */
record DeskRow(
        String id,
        String name,
        String channel,
        String estate,
        String language,
        String from,
        String text,
        String time,
        String tone,
        long heard,
        String note) {}
