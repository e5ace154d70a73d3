import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws one column of a table over its first one, as SVG, with nothing but the JDK:
 *
 * <pre>java docs/pictures/Chart.java reliability/target/soak.csv "heap bytes" 1048576 "heap after a collection, MB" > docs/pictures/soak-heap.svg</pre>
 */
final class Chart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 220;
    private static final int LEFT = 56;
    private static final int BOTTOM = 36;
    private static final int TOP = 28;
    private static final int RIGHT = 28;
    private static final int TICKS = 4;

    private final String title;
    private final String across;
    private final double[] x;
    private final double[] y;

    private Chart(String title, String across, double[] x, double[] y) {
        this.title = title;
        this.across = across;
        this.x = x;
        this.y = y;
    }

    /** Takes a table with commas, the name of a column, by what to divide it, and a title. */
    public static void main(String... arguments) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(arguments[0]));
        List<String> names = Arrays.asList(lines.get(0).split(",", -1));
        int column = names.indexOf(arguments[1]);
        if (column < 0) {
            throw new IllegalArgumentException(arguments[1] + " is no column of " + names);
        }
        double unit = Double.parseDouble(arguments[2]);
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        double[] x = rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray();
        double[] y = rows.stream().mapToDouble(row -> Double.parseDouble(row[column]) / unit).toArray();
        System.out.print(new Chart(arguments[3], names.get(0), x, y).svg());
    }

    private String svg() {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\""
                        + " font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH,
                HEIGHT,
                title));
        // Readable on light and on dark pages alike.
        parts.add("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        parts.add(text(LEFT, 18, "start", title));
        for (int i = 0; i <= TICKS; i++) {
            double value = highest(y) * i / TICKS;
            parts.add(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>",
                    LEFT,
                    WIDTH - RIGHT,
                    down(value),
                    down(value)));
            parts.add(text(LEFT - 6, down(value) + 4, "end", number(value)));
            double time = highest(x) * i / TICKS;
            parts.add(text(right(time), HEIGHT - BOTTOM + 16, "middle", number(time)));
        }
        parts.add(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 4, "middle", across));
        parts.add("<polyline fill=\"none\" stroke=\"#1f6feb\" stroke-width=\"1.5\" points=\""
                + IntStream.range(0, x.length)
                        .mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f", right(x[i]), down(y[i])))
                        .collect(Collectors.joining(" "))
                + "\"/>");
        parts.add("</svg>");
        return String.join("\n", parts) + "\n";
    }

    private static String text(double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#333\">%s</text>",
                x,
                y,
                anchor,
                text);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }

    /** A round number that is not below any of them. */
    private static double highest(double[] values) {
        double most = Arrays.stream(values).max().orElse(1);
        double magnitude = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-9))));
        return Math.ceil(most / magnitude) * magnitude;
    }

    private double right(double value) {
        return LEFT + (WIDTH - LEFT - RIGHT) * value / highest(x);
    }

    private double down(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / highest(y);
    }
}
