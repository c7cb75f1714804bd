// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

class QImage;

namespace app::style {

// The image as a file. Any thread; a large one takes some hundred milliseconds.
QByteArray pngOf(const QImage &image);

} // namespace app::style
