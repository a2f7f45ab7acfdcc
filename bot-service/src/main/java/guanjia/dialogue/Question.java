package guanjia.dialogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A question of a flow: a constant. Its name is stored with the answer, so a name never gets a new meaning.
 *
 * @param name {@code [a-z][a-z0-9-]*}, at most 20 characters; unique within a flow
 * @param prompt key of the message that asks it. {@code prompt + ".brief"} asks again after a digression, {@code prompt + ".name"} names
 *     it in the list of what can be changed
 * @param kind what is asked for
 * @param read from words or stored code to value; empty when they aren't one. Must read back its own codes. Unused for choices
 * @param write from value to code and label
 * @param fixed all possible values in order, for choices that are always the same; else empty
 * @param example words that {@code read} accepts, for diagrams and tests
 * @param repair key of the message that helps when the answer wasn't understood; the engine's own if empty
 * @param <T> what the answer means to the flow
 */
public record Question<T>(
        String name,
        String prompt,
        Kind kind,
        Function<String, Optional<T>> read,
        Function<T, Option> write,
        List<T> fixed,
        String example,
        Optional<String> repair) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");

    /** What is asked for. */
    public enum Kind {
        TEXT,
        NUMBER,
        CHOICE,
        PHOTOS,
        CONTACT,
        CONFIRM
    }

    /** @throws IllegalArgumentException when the name isn't one */
    public Question {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a question name: " + name);
        }
        fixed = List.copyOf(fixed);
    }

    /** Free words, stripped. @param longest in characters; longer ones are refused with a word of explanation */
    public static Question<String> text(String name, String prompt, int longest) {
        return reading(
                name,
                prompt,
                words -> Optional.of(words.strip()).filter(w -> !w.isEmpty() && w.length() <= longest),
                words -> Option.literal(words, words),
                "…");
    }

    /** A whole number within limits, both included; digits of any script. */
    public static Question<Integer> number(String name, String prompt, int least, int most) {
        return new Question<>(
                name,
                prompt,
                Kind.NUMBER,
                words -> Numbers.read(words).filter(n -> n >= least && n <= most),
                n -> Option.literal(Integer.toString(n), Integer.toString(n)),
                List.of(),
                Integer.toString(least),
                Optional.empty());
    }

    /** Words with a meaning of their own, e.g. a date or a receipt number. @param example words that {@code read} accepts */
    public static <T> Question<T> reading(
            String name, String prompt, Function<String, Optional<T>> read, Function<T, Option> write, String example) {
        return new Question<>(name, prompt, Kind.TEXT, read, write, List.of(), example, Optional.empty());
    }

    /** One of those handed to {@link Script#choose}. @param write code and label of each; codes must differ */
    public static <T> Question<T> choice(String name, String prompt, Function<T, Option> write) {
        return choice(name, prompt, write, List.of());
    }

    /** One of an enum's constants, by {@link Script#ask}; code is the constant's name, label the message {@code prompt + "." + name}. */
    public static <T extends Enum<T>> Question<T> oneOf(String name, String prompt, Class<T> type) {
        List<T> all = Arrays.asList(type.getEnumConstants());
        return choice(name, prompt, value -> Option.of(value.name(), prompt + "." + value.name()), all);
    }

    private static <T> Question<T> choice(String name, String prompt, Function<T, Option> write, List<T> fixed) {
        return new Question<>(name, prompt, Kind.CHOICE, words -> Optional.empty(), write, fixed, "", Optional.empty());
    }

    /** Pictures, for {@link Script#collect}. */
    public static Question<List<String>> photos(String name, String prompt) {
        return new Question<>(
                name,
                prompt,
                Kind.PHOTOS,
                words -> Optional.empty(),
                all -> Option.of("photos", Messages.PHOTO_COUNT),
                List.of(),
                "",
                Optional.empty());
    }

    /** The resident's own phone number, shared as a contact; typed digits prove nothing and aren't taken. */
    public static Question<String> contact(String name, String prompt) {
        return new Question<>(
                name,
                prompt,
                Kind.CONTACT,
                Optional::of,
                phone -> Option.literal(phone, phone),
                List.of(),
                "+85200000000",
                Optional.empty());
    }

    /** "Is this right?", for {@link Script#confirm}. */
    public static Question<Boolean> confirm(String name, String prompt) {
        return new Question<>(
                name,
                prompt,
                Kind.CONFIRM,
                words -> Optional.empty(),
                yes -> Option.of(yes ? Prompt.YES : Prompt.NO, yes ? Messages.YES : Messages.NO),
                List.of(),
                "",
                Optional.empty());
    }

    /** The same with a message of its own for answers that weren't understood. */
    public Question<T> repairedBy(String key) {
        return new Question<>(name, prompt, kind, read, write, fixed, example, Optional.of(key));
    }
}
