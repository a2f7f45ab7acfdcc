package guanjia.console;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads which buildings the words for an area name: {@code 3栋}, {@code 1、2号楼}, {@code A座至C座}, {@code Block 5}. Words that name none
 * mean the whole estate.
 *
 * @param known the buildings as the register writes them, so that {@code 3栋} finds {@code 3} and {@code 3栋} alike
 */
record NamedBuildings(List<String> known) {
    private static final String WORD = "(?:栋|棟|幢|座|号楼|號樓|号|號)";
    private static final String NAME = "(?<![A-Z0-9])[A-Z]?[0-9]{1,3}(?![A-Z0-9])|(?<![A-Z0-9])[A-Z](?![A-Z0-9])";
    private static final String ONE = "(?:" + NAME + ")\\s*" + WORD + "?";
    private static final String UNTIL = "\\s*(?:至|到|-|–|~|TO)\\s*";
    private static final String MORE = "(?:" + UNTIL + "|\\s*(?:、|,|及|和|与|與|/|&|AND)\\s*)" + ONE;
    private static final Pattern CHINESE = Pattern.compile("(?:" + ONE + "(?:" + MORE + ")*)(?<=栋|棟|幢|座|楼|樓)");
    private static final Pattern ENGLISH =
            Pattern.compile("(?:BUILDINGS?|BLOCKS?|TOWERS?)\\s+(" + ONE + "(?:" + MORE + ")*)");
    private static final Pattern RANGE = Pattern.compile("(" + NAME + ")\\s*" + WORD + "?" + UNTIL + "(" + NAME + ")");
    private static final Pattern SINGLE = Pattern.compile(NAME);
    private static final int LONGEST_RANGE = 100;

    /** The buildings that an area names, as the register writes those it knows; empty for the whole estate. */
    Set<String> in(String area) {
        String words = Normalizer.normalize(area, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        Set<String> names = new LinkedHashSet<>();
        if (known.contains(words)) {
            names.add(words);
        }
        CHINESE.matcher(words).results().forEach(found -> names.addAll(expanded(found.group())));
        ENGLISH.matcher(words).results().forEach(found -> names.addAll(expanded(found.group(1))));
        Set<String> buildings = new TreeSet<>();
        names.forEach(name -> buildings.add(known.stream()
                .filter(building -> core(building).equals(core(name)))
                .findFirst()
                .orElse(name)));
        return buildings;
    }

    private static Set<String> expanded(String list) {
        Set<String> names = new LinkedHashSet<>();
        SINGLE.matcher(list).results().forEach(found -> names.add(found.group()));
        Matcher range = RANGE.matcher(list);
        for (int at = 0; range.find(at); at = range.start(2)) {
            names.addAll(between(range.group(1), range.group(2)));
        }
        return names;
    }

    private static List<String> between(String first, String last) {
        String letters = first.replaceAll("\\d", "");
        boolean numbers = first.matches("[A-Z]?\\d+") && last.matches("[A-Z]?\\d+");
        if (numbers) {
            int from = Integer.parseInt(first.replaceAll("\\D", ""));
            int to = Math.min(from + LONGEST_RANGE, Integer.parseInt(last.replaceAll("\\D", "")));
            return IntStream.rangeClosed(from, to)
                    .mapToObj(number -> letters + number)
                    .toList();
        }
        return IntStream.rangeClosed(first.charAt(0), last.charAt(0))
                .mapToObj(letter -> String.valueOf((char) letter))
                .toList();
    }

    private static String core(String building) {
        return building.replaceFirst("\\s*" + WORD + "$", "").replaceFirst("^(?:BUILDING|BLOCK|TOWER)\\s+", "");
    }
}
