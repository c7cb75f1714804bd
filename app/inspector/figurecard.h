// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QFrame;
class QLabel;

namespace app::inspector {

// A small box with a name and a figure under it; `origin` says where the figure comes from.
QFrame *figureCard(const QString &name, QLabel *figure, const QString &origin);
// Writes the figure, for the eye and for screen readers.
void fill(QLabel &figure, const QString &name, const QString &words);

} // namespace app::inspector
