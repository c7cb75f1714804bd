// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSizeF>
#include <QString>

class QXmlStreamWriter;

namespace app::style {

// A coordinate as it is written, in pixels.
QString svgNumber(double value);
// The head of a drawing of this size, up to where its content begins; endSvg() ends it.
void beginSvg(QXmlStreamWriter &xml, const QSizeF &size);
void endSvg(QXmlStreamWriter &xml);

} // namespace app::style
