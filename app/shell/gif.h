// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QImage>

#include <chrono>

namespace app::shell {

// The parts of an animated GIF, to be written one after the other: "GIF89a" (W3C copy of CompuServe's
// specification, https://www.w3.org/Graphics/GIF/spec-gif89a.txt), which Qt reads and does not write. It goes
// round and round. Any thread; a frame takes some ten milliseconds.
QByteArray gifBegin(QSize size);
// Of the size above. Its 256 most frequent colours are kept, and others become the nearest of these.
QByteArray gifFrame(const QImage &image, std::chrono::milliseconds shown);
QByteArray gifEnd();

} // namespace app::shell
