package io.stigg.sdk.testkit.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a list somebody is. Its text is one that nobody can be tempted to do sums with. Immutable.
 *
 * @param position the place of the entry that it stands at, from 0
 */
public record Cursor(int position) {
    private static final Pattern FORM = Pattern.compile("entry:(\\d{1,9})");

    /**
     * Writes it.
     *
     * @return its text
     */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("entry:" + position).getBytes(UTF_8));
    }

    /**
     * Reads a text.
     *
     * @param text the text
     * @return the cursor, empty if the text is none
     */
    public static Optional<Cursor> of(String text) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), UTF_8));
            return form.matches() ? Optional.of(new Cursor(Integer.parseInt(form.group(1)))) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
