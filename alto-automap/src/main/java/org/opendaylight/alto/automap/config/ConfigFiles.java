/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opendaylight.alto.automap.json.DefinitionReader;
import org.opendaylight.alto.core.map.InvalidMapException;

/**
 * The files of a folder whose names end in {@code .json}, each with the definition of one map.
 *
 * <p>The folder is looked at again and again. A file that is good has an effect when it is first seen. One that is
 * wrong, or gone, is so only when it is seen in the same state twice in a row: until then, somebody may be writing it.
 * All files are read each time, as they are few and small, and times and sizes do not tell all changes.
 *
 * <p>Not for several threads at once.
 */
public final class ConfigFiles {
    /** No definition is so large. */
    private static final int MAX_BYTES = 4 << 20;
    private static final String SUFFIX = ".json";

    private final Path folder;
    private final SortedMap<String, Seen> files = new TreeMap<>();
    /** What is wrong with the folder itself. */
    private Optional<String> unreadable = Optional.empty();

    /**
     * A file.
     *
     * @param content what was last read of it; empty if it is gone or cannot be read
     * @param doubtful whether its state is new and wrong
     * @param settled what counts; empty if it never was in a state that does
     */
    private record Seen(Optional<String> content, boolean doubtful, Optional<Candidate> settled) {
    }

    /**
     * Reads nothing yet.
     *
     * @param folder where the files are; need not exist
     */
    public ConfigFiles(final Path folder) {
        this.folder = folder;
    }

    /**
     * Returns what the files say.
     *
     * @return a candidate for each file, in the order of their names
     */
    public List<Candidate> candidates() {
        final var candidates = new ArrayList<Candidate>();
        unreadable.ifPresent(why -> candidates.add(
            new Candidate(folder.toString(), folder.toString(), Optional.empty(), Optional.of(why))));
        files.values().forEach(seen -> seen.settled.ifPresent(candidates::add));
        return candidates;
    }

    /** Looks at the folder. */
    public void poll() {
        final var names = new TreeSet<String>();
        try (var found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            found.forEach(file -> names.add(name(file)));
            // what editors have beside the file
            names.removeIf(name -> name.startsWith("."));
            unreadable = Optional.empty();
        } catch (NoSuchFileException e) {
            // as if it were empty
            unreadable = Optional.empty();
        } catch (IOException | DirectoryIteratorException e) {
            unreadable = Optional.of("the folder cannot be read, so its files stay in force as they were: " + e);
            return;
        }
        names.forEach(this::look);
        for (var name : List.copyOf(files.keySet())) {
            if (!names.contains(name)) {
                missing(name);
            }
        }
    }

    private static String name(final Path file) {
        final var name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private void missing(final String name) {
        final var before = files.get(name);
        if (before == null) {
            return;
        }
        if (before.doubtful && before.content.isEmpty()) {
            files.remove(name);
        } else {
            files.put(name, new Seen(Optional.empty(), true, before.settled));
        }
    }

    private void look(final String name) {
        final var before = files.getOrDefault(name, new Seen(Optional.empty(), false, Optional.empty()));
        Optional<String> content = Optional.empty();
        try {
            content = Optional.of(read(folder.resolve(name)));
            if (content.equals(before.content) && !before.doubtful) {
                return;
            }
            files.put(name, new Seen(content, false,
                Optional.of(Candidate.good(name, name, DefinitionReader.read(content.orElseThrow())))));
        } catch (NoSuchFileException e) {
            // since the folder was listed
            missing(name);
        } catch (IOException e) {
            wrong(name, before, content, e instanceof CharacterCodingException ? "the file is not text in UTF-8"
                : "the file cannot be read: " + e);
        } catch (InvalidMapException e) {
            wrong(name, before, content, e.getMessage());
        }
    }

    private void wrong(final String name, final Seen before, final Optional<String> content, final String why) {
        final boolean again = before.doubtful && content.equals(before.content);
        if (!again && before.settled.flatMap(Candidate::problem).equals(Optional.of(why))) {
            // other content with the same fault
            files.put(name, new Seen(content, false, before.settled));
        } else if (again) {
            files.put(name, new Seen(content, false, Optional.of(before.settled.map(last -> last.spoilt(why))
                .orElseGet(() -> new Candidate(name, name, Optional.empty(), Optional.of(why))))));
        } else {
            files.put(name, new Seen(content, true, before.settled));
        }
    }

    private static String read(final Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            final var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it has more than " + MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
    }
}
