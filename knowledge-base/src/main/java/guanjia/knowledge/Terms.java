package guanjia.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A compiled glossary: foreign words, up to {@value #LONGEST} of them together, to handbook terms. Immutable.
 */
final class Terms {
    private static final int LONGEST = 5;
    private static final Pattern TOKEN = Pattern.compile("[a-z0-9][a-z0-9'&.+-]*[a-z0-9]|[a-z0-9]|[^a-z0-9\\s]+|\\s+");
    private static final Pattern FOREIGN = Pattern.compile("[a-z].*");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private static final Parts PARTS = Parts.standard();

    private final Normaliser normaliser;
    private final Map<String, String> foreign = new HashMap<>();
    private final Map<String, String> chinese = new HashMap<>();
    private final Set<String> ignored;
    private final LatinTerms latin;

    /** @param lists handbook term → words in any language; a later list replaces what an earlier one says of a word */
    Terms(Normaliser normaliser, List<Map<String, List<String>>> lists, Set<String> ignored) {
        this.normaliser = normaliser;
        this.ignored = ignored;
        lists.forEach(list -> list.forEach((term, words) -> words.forEach(word -> add(term, Normaliser.plain(word)))));
        this.latin = new LatinTerms(lists, ignored);
    }

    /** The product's own list with an estate's entries on top. */
    static Terms of(Normaliser normaliser, Map<String, List<String>> own) {
        Set<String> ignored = Set.copyOf(Lines.lists("ignored-words.txt").values().stream()
                .flatMap(List::stream)
                .toList());
        return new Terms(normaliser, List.of(Lines.lists("glossary.txt"), own), ignored);
    }

    private void add(String term, String word) {
        if (HAN.matcher(word).find()) {
            chinese.put(word, term);
        } else {
            foreign.put(stemmed(word), term);
        }
    }

    /** For what stands in these handbooks, in their language. */
    Asked read(String text, Index index) {
        String normal = normaliser.normal(text);
        Predicate<String> known = index.lexical()::knows;
        Function<String, Asked> reading =
                words -> index.isLatin() ? latin.read(words, known) : readNormal(words, known);
        List<String> split = PARTS.of(normal);
        Asked whole = reading.apply(normal);
        return split.size() == 1 ? whole : whole.of(split.stream().map(reading).toList());
    }

    private Asked readNormal(String normal, Predicate<String> known) {
        boolean anyHan = HAN.matcher(normal).find();
        List<String> tokens =
                TOKEN.matcher(normal).results().map(found -> found.group()).toList();
        StringBuilder search = new StringBuilder();
        Set<String> unmatched = new LinkedHashSet<>();
        int matched = 0;
        for (int at = 0; at < tokens.size(); ) {
            Optional<Match> match = matchAt(tokens, at);
            if (match.isPresent()) {
                search.append(anyHan ? "" : " ").append(match.get().term());
                at = match.get().next();
                matched++;
                continue;
            }
            String token = tokens.get(at++);
            boolean kept = keep(token, anyHan, known, unmatched);
            search.append(kept ? token : "");
            matched += kept && !token.isBlank() && FOREIGN.matcher(token).matches() ? 1 : 0;
        }
        String own = search.toString().strip();
        List<String> spoken = spoken(own);
        return new Asked(
                normal, own, added(own, spoken), replaced(own, spoken), unmatched, anyHan || matched > 0, List.of());
    }

    private boolean keep(String token, boolean anyHan, Predicate<String> known, Set<String> unmatched) {
        if (!FOREIGN.matcher(token).matches()) {
            return true;
        }
        if (ignored.contains(token)) {
            return false;
        }
        boolean inHandbook = known.test(token);
        if (!inHandbook) {
            unmatched.add(token);
        }
        return inHandbook || anyHan;
    }

    /** Chinese words in a text that handbooks say otherwise, the longest first. */
    private List<String> spoken(String words) {
        return chinese.keySet().stream()
                .filter(words::contains)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private String added(String words, List<String> spoken) {
        return Stream.concat(
                        Stream.of(words),
                        spoken.stream()
                                .map(word -> chinese.getOrDefault(word, ""))
                                .filter(term -> !words.contains(term))
                                .distinct())
                .collect(Collectors.joining(" "));
    }

    private String replaced(String words, List<String> spoken) {
        String replaced = words;
        for (String word : spoken) {
            String term = chinese.getOrDefault(word, "");
            replaced = words.contains(term) ? replaced : replaced.replace(word, " " + term + " ");
        }
        return replaced;
    }

    private Optional<Match> matchAt(List<String> tokens, int at) {
        List<String> words = new ArrayList<>();
        Optional<Match> best = Optional.empty();
        for (int next = at; next < tokens.size() && words.size() < LONGEST; next++) {
            String token = tokens.get(next);
            if (token.isBlank() && !words.isEmpty()) {
                continue;
            }
            if (!Character.isLetterOrDigit(token.charAt(0))
                    || HAN.matcher(token).find()) {
                break;
            }
            words.add(token);
            String term = foreign.get(stemmed(String.join(" ", words)));
            if (term != null) {
                best = Optional.of(new Match(term, next + 1));
            }
        }
        return best;
    }

    /** Plural and verb endings off, each word: "fees" and "parking" as "fee" and "park". */
    private static String stemmed(String words) {
        return String.join(
                " ", Stream.of(words.split("[\\s-]+")).map(Terms::stem).toList());
    }

    private static String stem(String word) {
        for (String ending : List.of("'s", "ing", "ed", "ies", "es", "s")) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 3 && !word.endsWith("ss")) {
                String stem = word.substring(0, word.length() - ending.length());
                return ending.equals("ies") ? stem + "y" : withoutMuteE(stem);
            }
        }
        return withoutMuteE(word);
    }

    private static String withoutMuteE(String word) {
        return word.length() > 3 && word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
    }

    private record Match(String term, int next) {}
}
