// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shapes.h"

#include <QXmlStreamWriter>

namespace app::graph {

// Writes an SVG document shape by shape. Any thread.
class SvgPen
{
public:
    struct Type
    {
        QColor color;
        int size = 12;
        bool isBold = false;
        bool isCentred = false;
    };

    SvgPen(QByteArray &document, const QSizeF &size, const QString &title);
    void end();

    // What follows, up to endGroup(), is there.
    void beginGroup(QPointF at, const QString &title = {});
    // What follows is drawn by use() only.
    void beginDefinition(const QString &id);
    void endGroup();
    void endDefinition();
    void use(const QString &id);

    void box(const QRectF &place, double radius, const Ink &ink);
    // Dashes and gaps: "6 3".
    void path(const QPainterPath &path, const Ink &ink, const QString &dashes = {});
    void text(QPointF at, const QString &words, const Type &type);

private:
    void dip(const Ink &ink, const QString &dashes = {});

    QXmlStreamWriter m_xml;
};

} // namespace app::graph
