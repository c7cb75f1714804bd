// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "drawntext.h"

#include <QByteArray>
#include <QRectF>
#include <QXmlStreamWriter>

#include <vector>

namespace model::layout {

// Writes the elements of an SVG document. How they look is said by their classes, in the document's style
// sheet.
class SvgCanvas
{
public:
    SvgCanvas(QByteArray &document, QSizeF size);

    // What the document is and shows, for people who hear it.
    void describe(const QString &title, const QString &description);
    void style(const QString &sheet);
    // An arrow head that paths of the class wear at their end.
    void arrowHead(const QString &name, const QString &styleClass);

    void beginGroup(const QString &styleClass, const QString &title);
    void endGroup();
    void rectangle(const QRectF &box, qreal radius, const QString &styleClass);
    void circle(QPointF centre, qreal radius, const QString &styleClass);
    void curve(const std::vector<QPointF> &points, const QString &styleClass, const QString &head = {});
    void cylinder(const QRectF &box, const QString &styleClass);
    // Elided when it is wider than `width`. `at` is the start of its baseline, or, when centred, the middle
    // of it.
    void text(QPointF at, const QString &text, const QString &styleClass, Lettering lettering, qreal width);

    void finish();

private:
    void path(const QString &commands, const QString &styleClass, const QString &head);

    QXmlStreamWriter m_xml;
};

} // namespace model::layout
