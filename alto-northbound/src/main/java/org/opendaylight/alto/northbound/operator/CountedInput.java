/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.operator;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.DoubleConsumer;

/** Tells how far an input has been read. */
public final class CountedInput extends FilterInputStream {
    private static final int STEPS = 100;

    private final DoubleConsumer progress;
    private final int total;
    private long count;
    private int step = -1;

    /**
     * Starts counting.
     *
     * @param in the input; its length is what it has available now, which is right for files and byte arrays
     * @param progress told from 0 to 1, at most once in a hundredth, or once negative if the length is not known
     * @throws IOException if the input is closed
     */
    public CountedInput(final InputStream in, final DoubleConsumer progress) throws IOException {
        super(in);
        this.progress = progress;
        total = in.available();
        tell();
    }

    @Override
    public int read() throws IOException {
        final int read = super.read();
        if (read >= 0) {
            count++;
            tell();
        }
        return read;
    }

    @Override
    public int read(final byte[] buffer, final int offset, final int length) throws IOException {
        final int read = super.read(buffer, offset, length);
        if (read > 0) {
            count += read;
            tell();
        }
        return read;
    }

    private void tell() {
        // an input that has more than it said says nothing of its length
        final int reached = total <= 0 || count > total ? STEPS + 1 : (int) (count * STEPS / total);
        if (reached != step) {
            step = reached;
            progress.accept(reached > STEPS ? -1 : (double) count / total);
        }
    }
}
