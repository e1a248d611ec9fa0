"""Tests of opening whatever file a house style comes in."""
